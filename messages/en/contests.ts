import type { Messages } from '../zh.ts'

export const contests: Messages['contests'] = {}
