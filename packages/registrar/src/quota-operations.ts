import { QuotaConfig, type ValueScalar } from '@quorate/messages';
import { requireCapability } from './minimum-capabilities.ts';
import { copyAll, quote } from './operation-input.ts';
import { mutated, refused, type RegistryOperation } from './registry-operation.ts';

/** The most of memory or disk a quota may name, in megabytes: 1 EiB. */
export const QUOTA_MEGABYTES_MAX = 2 ** 40;
/** The most of anything else a quota may name. */
export const QUOTA_AMOUNT_MAX = 1e12;

/** What upstream refuses in a role: white space, backspace and delete. */
const WHITE_SPACE = ['\t', '\n', '\v', '\f', '\r', ' ', '\b', '\x7f'];

/** Amounts count in thousandths, as everywhere in Mesos. */
const PRECISION = 1_000;

/**
 * Sets the quotas of roles: each replaces the role's before. One without guarantees and limits is the
 * default, and is not kept. Masters must be able to do QUOTA_V2 while there is any. Refused if one of
 * them is invalid: no role, amounts that are no numbers from 0 or too large, guarantees above limits.
 */
export function updateQuota(configs: Iterable<QuotaConfig>): RegistryOperation {
  const updates = copyAll(QuotaConfig, configs);
  return {
    name: `update the quota of ${updates.length} roles`,
    perform({ fields }) {
      for (const config of updates) {
        const problem = problemOf(config);
        if (problem !== undefined) {
          return refused(`invalid quota config of role ${quote(config.role)}: ${problem}`);
        }
      }
      let { quotaConfigs, quotas } = fields;
      for (const config of updates) {
        quotaConfigs = replaced(quotaConfigs, config);
        const old = quotas.findIndex(({ info }) => info.role === config.role);
        if (old >= 0) quotas = quotas.toSpliced(old, 1);
      }
      return mutated(
        { type: 'set-fields', fields: { quotaConfigs, quotas } },
        ...requireCapability(fields, 'QUOTA_V2', quotaConfigs.length > 0),
      );
    },
  };
}

function replaced(before: readonly QuotaConfig[], config: QuotaConfig): readonly QuotaConfig[] {
  const index = before.findIndex(({ role }) => role === config.role);
  const isDefault = nonZero(config.guarantees).length === 0 && config.limits.size === 0;
  if (index < 0) return isDefault ? before : [...before, config];
  return isDefault ? before.toSpliced(index, 1) : before.with(index, config);
}

/** What is wrong with a quota. (Mesos src/master/quota.cpp) */
function problemOf({ role, guarantees, limits }: QuotaConfig): string | undefined {
  return (
    problemOfRole(role) ??
    problemOfAmounts('guarantee', guarantees) ??
    problemOfAmounts('limit', limits) ??
    problemOfLimits(guarantees, limits)
  );
}

function problemOfRole(role: string): string | undefined {
  if (role === '') return 'the role is empty';
  if (role === '*') return undefined;
  for (const part of role.split('/')) {
    if (part === '') return `role ${JSON.stringify(role)} has an empty part`;
    if (part === '.' || part === '..' || part === '*') return `${part} is no part of a role`;
    if (part.startsWith('-')) return `role ${JSON.stringify(role)} has a part that begins with -`;
    if (WHITE_SPACE.some((each) => part.includes(each))) {
      return `role ${JSON.stringify(role)} has white space`;
    }
  }
  return undefined;
}

function problemOfAmounts(
  what: string,
  amounts: ReadonlyMap<string, ValueScalar>,
): string | undefined {
  for (const [name, { value }] of amounts) {
    const max = name === 'mem' || name === 'disk' ? QUOTA_MEGABYTES_MAX : QUOTA_AMOUNT_MAX;
    if (value > max) return `the ${what} of ${name}, ${value}, is above ${max}`;
    if (!Number.isFinite(value) || value < 0) {
      return `the ${what} of ${name}, ${value}, is no number from 0`;
    }
  }
  return undefined;
}

function problemOfLimits(
  guarantees: ReadonlyMap<string, ValueScalar>,
  limits: ReadonlyMap<string, ValueScalar>,
): string | undefined {
  for (const [name, { value }] of nonZero(guarantees)) {
    const limit = limits.get(name);
    if (limit && Math.round(value * PRECISION) > Math.round(limit.value * PRECISION)) {
      return `the guarantee of ${name}, ${value}, is above its limit, ${limit.value}`;
    }
  }
  return undefined;
}

function nonZero(amounts: ReadonlyMap<string, ValueScalar>) {
  return [...amounts].filter(([, { value }]) => Math.round(value * PRECISION) !== 0);
}
