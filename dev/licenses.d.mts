export function licensesOf(paths: readonly string[]): string;
