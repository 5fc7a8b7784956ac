import type {
  OfferCreate,
  OfferDestroy,
  OfferGrowVolume,
  OfferShrinkVolume,
  Resource,
} from '@quorate/messages';
import type { Conversion } from './conversion.ts';
import { invalidOperand, operand, operands, volumeOperand } from './operand.ts';
import { isShared, scalarOf, withoutVolume, withScalar } from './resource.ts';
import { Resources } from './resources.ts';
import { addScalars, subtractScalars, toThousandths } from './scalar.ts';

// (Mesos src/master/validation.cpp and src/common/resources_utils.cpp)

/** Makes persistent volumes of reserved disk space. */
export function create({ volumes }: OfferCreate): readonly Conversion[] {
  return operands(volumes)
    .map(volumeOperand)
    .map((volume) => ({
      consumed: Resources.of(withoutVolume(volume)),
      converted: Resources.of(volume),
    }));
}

/** Makes disk space of persistent volumes, whole ones. */
export function destroy({ volumes }: OfferDestroy): readonly Conversion[] {
  return operands(volumes)
    .map(volumeOperand)
    .map((volume) => ({
      consumed: Resources.of(volume),
      converted: Resources.of(withoutVolume(volume)),
      gone: volume,
    }));
}

/** Adds disk space of the same kind to a volume. */
export function growVolume(body: OfferGrowVolume): readonly Conversion[] {
  const volume = resizable(body.volume);
  const addition = operand(body.addition);
  if (toThousandths(scalarOf(addition)) <= 0) {
    throw invalidOperand(addition, 'a volume grows by more than nothing');
  }
  const together = Resources.of(withoutVolume(volume), addition);
  if (together.size !== 1)
    throw invalidOperand(addition, `it cannot be a part of ${volumeText(volume)}`);
  const grown = withScalar(volume, addScalars(scalarOf(volume), scalarOf(addition)));
  return [{ consumed: Resources.of(volume, addition), converted: Resources.of(grown) }];
}

/** Takes disk space from a volume, which keeps some. */
export function shrinkVolume(body: OfferShrinkVolume): readonly Conversion[] {
  const volume = resizable(body.volume);
  const subtract = toThousandths(body.subtract.value);
  if (subtract <= 0) throw invalidOperand(volume, 'a volume shrinks by more than nothing');
  if (subtract >= toThousandths(scalarOf(volume))) {
    throw invalidOperand(volume, `it cannot shrink by ${body.subtract.value}; some has to be left`);
  }
  if (volume.disk?.source?.type === 'MOUNT') {
    throw invalidOperand(volume, 'a volume that is a whole disk cannot shrink');
  }
  const shrunk = withScalar(volume, subtractScalars(scalarOf(volume), body.subtract.value));
  const freed = withScalar(withoutVolume(volume), body.subtract.value);
  return [{ consumed: Resources.of(volume), converted: Resources.of(shrunk, freed) }];
}

function resizable(resource: Resource): Resource {
  const volume = volumeOperand(resource);
  if (isShared(volume)) throw invalidOperand(volume, 'a shared volume keeps its size');
  return volume;
}

function volumeText(volume: Resource): string {
  return Resources.of(volume).toString();
}
