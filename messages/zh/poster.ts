/** The poster of a contest. */
export const poster = {
  task: '海报（PNG）',
  taskPdf: '海报（PDF，A4）',
  seal: ['答', '题'] as [string, string],
  call: ['身边的知识产权，', '您懂多少？'] as [string, string],
  scan: '扫码参加',
  dates: (from: string, until: string): [string, string] => [from, `至 ${until}`],
  facts: (questions: number, minutes: number | null) =>
    minutes === null ? `${questions} 道题` : `${questions} 道题 · ${minutes} 分钟`,
}
