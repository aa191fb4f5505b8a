/** A hint in this browser that somebody signed in here. It grants nothing; it saves strangers a request on every page. */
const hint = 'known=1'

export const maybeSignedIn = (): boolean => document.cookie.split('; ').includes(hint)

/** Call after a successful sign-in. Lives as long as the longest session could: 30 days. */
export const rememberSignedIn = (): void => keep(30 * 86_400)

/** Call after signing out, or when the API says 401. */
export const forgetSignedIn = (): void => keep(0)

function keep(seconds: number): void {
  document.cookie = `${hint}; path=/; max-age=${seconds}; samesite=lax`
}
