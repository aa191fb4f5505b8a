/** Names of organisations as people type them. */
const longest = 60

/** @returns the name trimmed and with single spaces, or null when it is not a name (2 to 60 characters) */
export function organisationName(written: string): string | null {
  const name = written.normalize('NFKC').replace(/\s+/g, ' ').trim()
  const length = [...name].length
  return length >= 2 && length <= longest && !/[\p{Cc}\p{Cf}<>]/u.test(name) ? name : null
}

/** Two spellings of one organisation give one normal name: letters and digits only, lower case. */
export const normalOrganisation = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
