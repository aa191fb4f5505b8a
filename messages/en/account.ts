import type { Messages } from '../zh.ts'

export const account: Messages['account'] = {}
