/** The template to download: headings, four sample questions of the four kinds, and what the columns mean. */
import { kindNames } from '#core/bank/table'
import type { Locale } from '#core/locale'
import { messagesIn } from '#messages/messages'
import { csvBytes, type OutgoingFile, types, workbookBytes } from './spreadsheet.ts'

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

/** @param chapters names for the drop-down, in the order of the handbook */
export async function templateFile(
  format: 'xlsx' | 'csv',
  locale: Locale,
  chapters: readonly string[],
): Promise<OutgoingFile> {
  if (format === 'csv') return { name: 'questions.csv', type: types.csv, bytes: csvBytes([headings, ...samples]) }
  const text = messagesIn(locale).imports
  const about = [text.aboutTitle, ...text.aboutLines]
  return {
    name: 'questions.xlsx',
    type: types.xlsx,
    bytes: await workbookBytes([
      {
        name: '题库',
        rows: [headings, ...samples],
        widths: [8, 30, 40, 18, 18, 18, 18, 8, 40, 8, 16, 26],
        choices: [
          { column: 0, values: Object.values(kindNames) },
          { column: 9, values: ['1', '2', '3', '4', '5'] },
          { column: 10, from: { sheet: '说明', column: 1, rows: chapters.length } },
        ],
      },
      {
        name: '说明',
        rows: [
          [text.aboutHead, text.chaptersHead],
          ...Array.from({ length: Math.max(about.length, chapters.length) }, (_, at) => [
            about[at] ?? '',
            chapters[at] ?? '',
          ]),
        ],
        widths: [80, 30],
      },
    ]),
  }
}
