/** Names of organisations as people type them. */
import { showsNothing } from './name.ts'

const longest = 60

/** @returns the name trimmed and with single spaces, or null when it is not a name (2 to 60 characters) */
export function organisationName(written: string): string | null {
  const name = written.normalize('NFKC').replace(/\s+/g, ' ').trim()
  const length = [...name].length
  return length >= 2 && length <= longest && !/[\p{Cc}\p{Cf}<>]/u.test(name) && !showsNothing.test(name) ? name : null
}

/** Two spellings of one organisation give one normal name: letters and digits only, lower case. */
export const normalOrganisation = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** What people write who belong to none. As a name it would be the largest organisation on every board. */
const none = new Set(['个人', '個人', '无', '没有', '暂无', '无单位', 'none', 'individual', 'na'])

/** @returns the name of what somebody says they belong to; null: nothing; undefined: not a name */
export function belongsTo(written: string): string | null | undefined {
  if (written.trim() === '' || none.has(normalOrganisation(written))) return null
  const name = organisationName(written)
  return name && normalOrganisation(name) ? name : undefined
}
