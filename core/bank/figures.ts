/** Figures in texts of two languages, so that a machine can see whether both say the same. */

const zhDigits: Record<string, number> = { 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }
const zhPowers: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }

/** '三百五十万' → 3500000; '两' → 2. */
export function chineseNumber(text: string): number {
  let total = 0
  let section = 0
  let digit = 0
  for (const letter of text) {
    if (letter in zhDigits) digit = zhDigits[letter] as number
    else if (letter in zhPowers) {
      section += (digit || 1) * (zhPowers[letter] as number)
      digit = 0
    } else {
      const below = section + digit
      total = letter === '亿' ? (total + below || 1) * 1e8 : total + (below || 1) * 1e4
      section = digit = 0
    }
  }
  return total + section + digit
}

/** What a numeral in words must stand before to be a figure; elsewhere it is part of a name or a saying. */
const zhUnits =
  '年|个月|月|日|天|周|小时|分钟|秒|元|倍|件|份|人|个|种|类|项|次|条|款|级|部|篇|张|首|家|名|位|幅|台|岁|%'
/** “两人” is as often “both”; with a unit of time it is a term. */
const both = '(?!两(?![百千万亿]|年|个月|天|周|小时|倍))'
const zhFigure = new RegExp(
  `\\d[\\d,]*(?:\\.\\d+)?[万亿]?|(?<![数几])${both}[零一二两三四五六七八九十百千万亿]+(?=(?:余|多)?(?:${zhUnits}))`,
  'g',
)

/** @returns the figures above one that a Chinese text names */
export function figuresInChinese(text: string): Set<number> {
  // A third party is nobody's number three.
  const plain = text.replaceAll(/第三(?=[人方者])/g, '')
  const found = (plain.match(zhFigure) ?? []).map(figure => {
    const arabic = /^([\d,.]+)([万亿]?)$/.exec(figure)
    if (!arabic) return chineseNumber(figure)
    return Number((arabic[1] ?? '').replaceAll(',', '')) * (arabic[2] === '万' ? 1e4 : arabic[2] === '亿' ? 1e8 : 1)
  })
  return new Set(found.filter(figure => figure > 1))
}

const months = 'january february march april may june july august september october november december'.split(' ')
const small = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen'
).split(' ')
const ordinals = (
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth ' +
  'fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
).split(' ')
const tenths =
  'zeroth tenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth'.split(' ')
const tens = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const powers: Record<string, number> = { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9 }
const twos = new Set(['both', 'twice', 'double', 'pair', 'couple', 'either', 'neither', 'twofold', 'each'])

/** @returns the figures above one that an English text names, in digits and in words; `written` only those in digits */
export function figuresInEnglish(text: string): { all: Set<number>; written: Set<number> } {
  const all = new Set<number>()
  const written = new Set<number>()
  let words = 0
  let open = false
  const close = () => {
    if (open && words > 1) all.add(words)
    words = 0
    open = false
  }
  // The year in a law's short title may stand alone: the Chinese title is often enough without.
  const plain = text.toLowerCase().replaceAll(/\(((?:19|20)\d\d)\)/g, (_title, year) => {
    all.add(Number(year))
    return ' '
  })
  for (const token of plain.match(/\d[\d,]*(?:\.\d+)?|[a-z]+|[^\s\w-]/g) ?? []) {
    if (/^\d/.test(token)) {
      close()
      words = Number(token.replaceAll(',', ''))
      open = true
      if (words > 1) written.add(words)
    } else if (token in powers) {
      const multiplied = (words || 1) * (powers[token] as number)
      if (written.delete(words)) written.add(multiplied)
      words = multiplied
      open = true
    } else if (small.includes(token) || tens.includes(token)) {
      const value = small.includes(token) ? small.indexOf(token) : tens.indexOf(token) * 10
      if (open && !written.has(words) && words % 10 === 0 && words > value) words += value
      else {
        close()
        words = value
      }
      open = true
    } else if (token !== 'and') {
      close()
      if (ordinals.includes(token)) all.add(ordinals.indexOf(token))
      if (tenths.includes(token)) all.add(tenths.indexOf(token) * 10)
      const fold = /^(\w+)fold$/.exec(token)?.[1] ?? ''
      if (small.includes(fold)) all.add(small.indexOf(fold))
      if (tens.includes(fold)) all.add(tens.indexOf(fold) * 10)
      if (months.includes(token)) all.add(months.indexOf(token) + 1)
      if (twos.has(token)) all.add(2)
    }
  }
  close()
  for (const figure of written) all.add(figure)
  return { all, written }
}

/** @returns figures that stand in one language only */
export function figuresThatDiffer({ zh, en }: { zh: string; en: string }): number[] {
  const chinese = figuresInChinese(zh)
  const english = figuresInEnglish(en)
  const loose = new Set([...chinese, ...looseFigures(zh)])
  return [
    ...[...chinese].filter(figure => !english.all.has(figure)),
    ...[...english.written].filter(f => !loose.has(f)),
  ]
}

/** Every numeral of a Chinese text, unit or not: enough to find an English figure again. */
const looseFigures = (zh: string): number[] =>
  (zh.match(/[零一二两三四五六七八九十百千万亿]+/g) ?? []).map(chineseNumber)
