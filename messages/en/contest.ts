import type { Messages } from '../zh.ts'

export const contest: Messages['contest'] = {}
