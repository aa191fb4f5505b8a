/** The template to download: headings, four sample questions of the four kinds, and what the columns mean. */
import { stringify } from 'csv-stringify/sync'
import writeExcelFile, { type SheetData } from 'write-excel-file/node'
import type { Locale } from '#core/locale'
import { messagesIn } from '#messages/messages'

const headings = [
  '题型',
  '案例',
  '题干',
  '选项A',
  '选项B',
  '选项C',
  '选项D',
  '答案',
  '解析',
  '难度',
  '章节',
  '法律依据',
]

const samples = [
  [
    '单选',
    '',
    '注册商标的有效期是多少年？',
    '五年',
    '十年',
    '二十年',
    '五十年',
    'B',
    '有效期为十年，自核准注册之日起计算，期满可以续展。',
    '1',
    '商标',
    '《商标法》',
  ],
  [
    '多选',
    '',
    '下列哪些是知识产权保护的对象？',
    '文学作品',
    '商标',
    '商业秘密',
    '土地使用权',
    'ABC',
    '作品、商标、商业秘密都是知识产权的客体；土地使用权是物权。',
    '2',
    '',
    '《民法典》第一百二十三条',
  ],
  [
    '判断',
    '',
    '作品创作完成就产生著作权，不必登记。',
    '',
    '',
    '',
    '',
    '对',
    '著作权自作品创作完成之日起产生，登记不是前提。',
    '1',
    '',
    '《著作权法实施条例》第六条',
  ],
  [
    '案例',
    '小周拍了一张洪崖洞夜景发到网上，一家餐馆没有问他，就把照片印在菜单封面上。',
    '餐馆的做法对吗？',
    '不对，应当先取得小周的许可',
    '对，网上的照片可以随意使用',
    '对，只要菜单不出售',
    '对，只要注明照片来自网络',
    'A',
    '照片是作品，除法律规定的例外，使用他人作品应当取得许可并支付报酬。',
    '2',
    '',
    '《著作权法》',
  ],
]

export interface TemplateFile {
  name: string
  type: string
  bytes: Buffer
}

export async function templateFile(format: 'xlsx' | 'csv', locale: Locale): Promise<TemplateFile> {
  if (format === 'csv')
    return {
      name: 'questions.csv',
      type: 'text/csv; charset=utf-8',
      bytes: Buffer.from(stringify([headings, ...samples], { bom: true, record_delimiter: 'windows' })),
    }
  return {
    name: 'questions.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: await workbook(locale),
  }
}

function workbook(locale: Locale): Promise<Buffer> {
  const text = messagesIn(locale).bank
  const cells = (row: string[], bold = false) =>
    row.map(value => ({ type: String, value, wrap: true, ...(bold && { fontWeight: 'bold' as const }) }))
  const questions: SheetData = [cells(headings, true), ...samples.map(row => cells(row))]
  const about: SheetData = [[text.importLead], [text.columnsWhy], [text.fileHint]].map(row => cells(row))
  return writeExcelFile([
    {
      data: questions,
      sheet: '题库',
      columns: [8, 30, 40, 18, 18, 18, 18, 8, 40, 8, 12, 26].map(width => ({ width })),
      stickyRowsCount: 1,
    },
    { data: about, sheet: '说明', columns: [{ width: 100 }] },
  ]).toBuffer()
}
