/** Mobile numbers of mainland China: the only ones that get a code. */
const mobile = /^1[3-9]\d{9}$/

/** Takes the number as people write it (spaces, hyphens, +86, full-width digits). @returns 11 digits or null */
export function normalPhone(written: string): string | null {
  const digits = written
    .normalize('NFKC')
    .replace(/[\s\-()]/g, '')
    .replace(/^(\+?86)(?=1\d{10}$)/, '')
  return mobile.test(digits) ? digits : null
}

/** 138****1234, as winner lists print it. */
export const maskedPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`
