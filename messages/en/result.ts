import type { Messages } from '../zh.ts'

export const result: Messages['result'] = {}
