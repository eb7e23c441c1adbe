/**
 * The label that a number had before its raised figure was flattened: «242» between 24 and 25 was 24²,
 * now `24-2`. `undefined`: nothing speaks for it.
 */
export function flattenedLabel(
  before: string | null | undefined,
  label: string | null,
  after: string | null | undefined,
): string | undefined {
  const stem = before?.replace(/-\d+$/u, '') ?? ''
  const next = Number(after ?? Number.NaN)
  const isLonger =
    label !== null &&
    /^\d+$/u.test(label) &&
    /^\d+$/u.test(stem) &&
    label.length > stem.length &&
    label.startsWith(stem)
  if (!isLonger || !(next < Number(label)) || next < Number(stem)) return undefined
  return `${stem}-${label.slice(stem.length)}`
}
