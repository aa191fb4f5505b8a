/** The programs that check a draw, as they lie in scripts/: whoever checks us need not ask us for a copy twice. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export const verifiers = ['verify-draw.mjs', 'verify_draw.py'] as const
export type Verifier = (typeof verifiers)[number]

export const verifierText = (name: Verifier): Promise<string> => readFile(join(process.cwd(), 'scripts', name), 'utf8')
