export function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

export function joined(parts: readonly string[]): string {
  return parts.join(' · ');
}
