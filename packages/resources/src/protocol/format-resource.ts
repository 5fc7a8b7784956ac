import type { DiskInfo, DiskSource, ReservationInfo, Resource } from '@quorate/messages';

/** A resource as text for messages, such as `disk(reservations: [(DYNAMIC,web)])[vol-1]:64`. */
export function formatResource(resource: Resource): string {
  const { allocationInfo, reservations, disk, providerId } = resource;
  return [
    resource.name,
    allocationInfo && `(allocated: ${allocationInfo.role ?? ''})`,
    reservations.length > 0 && `(reservations: [${reservations.map(reservationText).join(',')}])`,
    disk && `[${diskText(disk)}]`,
    resource.revocable && '{REV}',
    resource.shared && '<SHARED>',
    providerId && `<${providerId.value}>`,
    `:${valueText(resource)}`,
  ]
    .filter((part) => typeof part === 'string')
    .join('');
}

function valueText({ type, scalar, ranges, set }: Resource): string {
  switch (type) {
    case 'SCALAR':
      return String(scalar?.value ?? '?');
    case 'RANGES':
      return `[${(ranges?.range ?? []).map(({ begin, end }) => `${begin}-${end}`).join(', ')}]`;
    case 'SET':
      return `{${(set?.item ?? []).join(', ')}}`;
    case 'TEXT':
      return '?';
  }
}

function reservationText({ type, role, principal, labels }: ReservationInfo): string {
  const pairs = labels?.labels.map(({ key, value }) =>
    value === undefined ? key : `${key}: ${value}`,
  );
  const parts = [type, role, principal, pairs && `{${pairs.join(', ')}}`];
  return `(${parts.filter((part) => part !== undefined).join(',')})`;
}

function diskText({ source, persistence }: DiskInfo): string {
  const parts = [source && sourceText(source), persistence?.id];
  return parts.filter((part) => part !== undefined).join(',');
}

function sourceText({ type, id, vendor, profile, path, mount }: DiskSource): string {
  if (id !== undefined || profile !== undefined) {
    return `${type}(${[vendor, id, profile].map((part) => part ?? '').join(',')})`;
  }
  const root = path?.root ?? mount?.root;
  return root === undefined ? type : `${type}:${root}`;
}
