export function licensesOf(names: readonly string[]): string;
