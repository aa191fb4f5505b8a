import type { Messages } from '../zh.ts'

export const handbook: Messages['handbook'] = {}
