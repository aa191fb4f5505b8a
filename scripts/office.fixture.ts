/** Whether LibreOffice is on this machine, for tests that open files in it. */
import { execFileSync } from 'node:child_process'

/** Says what is left out where it is not. */
export function hasOffice(leftOut: string): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    console.log(`LibreOffice is not installed: ${leftOut}.`)
    return false
  }
}
