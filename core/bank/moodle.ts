/**
 * Moodle XML, as docs.moodle.org/en/Moodle_XML_format gives it: multichoice and truefalse are questions here, other
 * types are named. Ids travel as idnumber, the rest as tags.
 */
import { escapeXml, htmlOf, htmlTokens, type RichText, richText, scenarioHtml } from './markup.ts'
import { fault, foreignItem, noText, richItem, writtenOptions } from './rich-item.ts'
import { type Item, kindNames } from './table.ts'
import { fromTags, tagsOf } from './tags.ts'
import { allNamed, childNamed, childrenNamed, textOf, type XmlNode } from './xml.ts'

/** @param root the element `quiz` */
export const readMoodle = (root: XmlNode): Item[] =>
  childrenNamed(root, 'question')
    .filter(question => question.attributes.get('type') !== 'category')
    .map(itemIn)

function itemIn(node: XmlNode): Item {
  const type = node.attributes.get('type') ?? ''
  const id = textOf(childNamed(node, 'idnumber')).trim()
  const tags = allNamed(node, 'tag').map(textOf)
  const said = { ...(id && { id }), ...fromTags(tags) }
  const question = richIn(childNamed(node, 'questiontext'))
  if (type !== 'multichoice' && type !== 'truefalse') return foreignItem(node.line, said, question.text, type)
  const general = richIn(childNamed(node, 'generalfeedback'))
  const answers = childrenNamed(node, 'answer').map(answerIn)
  const several = type === 'multichoice' && !/^(true|1)$/.test(textOf(childNamed(node, 'single')).trim())
  const isRight = (fraction: number) => (several ? fraction > 0 : fraction >= 100)
  const told = answers.find(answer => isRight(answer.fraction) && isSaid(answer.feedback))
  const options = answers.map(({ fraction, rich }) => ({
    rich: type === 'truefalse' ? truthIn(rich) : rich,
    right: isRight(fraction),
  }))
  const explanation = isSaid(general) ? general : (told?.feedback ?? null)
  const item = richItem({ number: node.line, said, question, options, several, explanation })
  const partial = several ? undefined : answers.find(({ fraction }) => fraction > 0 && fraction < 100)
  if (!partial) return item
  return { ...item, faults: [...item.faults, fault('partial-credit', { text: partial.rich.text.zh.slice(0, 40) })] }
}

const isSaid = ({ text }: RichText): boolean => text.zh !== '' || text.en !== ''

const answerIn = (node: XmlNode) => ({
  fraction: Number(node.attributes.get('fraction') ?? '0') || 0,
  rich: richIn(node),
  feedback: richIn(childNamed(node, 'feedback')),
})

/** Moodle's answers of true or false are the words true and false, in whatever language the page is. */
const truthIn = (rich: RichText): RichText => ({
  ...rich,
  text: { zh: /^true$/i.test(rich.text.zh.trim()) ? '正确' : '错误', en: '' },
})

/** `<text>` below a node, in the format that the node says; a file beside it is a picture of the question. */
function richIn(node: XmlNode | undefined): RichText {
  const text = textOf(childNamed(node, 'text'))
  const format = node?.attributes.get('format') ?? 'html'
  if (format === 'plain_text' || format === 'markdown')
    return { scenario: noText, text: { zh: text.trim(), en: '' }, media: [], lost: [] }
  return richText(htmlTokens(text))
}

/** @param category named in the file, so that Moodle keeps the questions together */
export const moodleOf = (items: readonly Item[], category: string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<quiz>',
    `<question type="category"><category><text>$course$/top/${escapeXml(category.replaceAll('/', '//'))}</text></category></question>`,
    ...items.map(questionOf),
    '</quiz>',
    '',
  ].join('\n')

const text = (html: string): string => `<text>${escapeXml(html)}</text>`

function questionOf(item: Item): string {
  const isTruth = item.said.kind === kindNames.truefalse
  const several = item.said.kind === kindNames.multiple
  const { id = '', ...said } = item.said
  const options = writtenOptions(item)
  const rights = options.filter(option => option.right).length
  const wrong = several ? -100 / Math.max(1, options.length - rights) : 0
  const answers = options.map(({ text: option, right }, at) => {
    const fraction = Number((right ? 100 / Math.max(1, rights) : wrong).toFixed(5))
    const said = isTruth ? ['true', 'false'][at] : htmlOf(option)
    return `<answer fraction="${fraction}" format="${isTruth ? 'moodle_auto_format' : 'html'}">${text(said ?? '')}<feedback format="html"><text></text></feedback></answer>`
  })
  return [
    `<question type="${isTruth ? 'truefalse' : 'multichoice'}">`,
    `<name><text>${escapeXml(id || item.stem.zh.slice(0, 40))}</text></name>`,
    `<questiontext format="html">${text(`${scenarioHtml(item.scenario)}<div class="stem">${htmlOf(item.stem)}</div>`)}</questiontext>`,
    `<generalfeedback format="html">${text(htmlOf(item.explanation))}</generalfeedback>`,
    '<defaultgrade>1</defaultgrade><penalty>0</penalty><hidden>0</hidden>',
    `<idnumber>${escapeXml(id)}</idnumber>`,
    ...(isTruth
      ? []
      : [`<single>${!several}</single><shuffleanswers>true</shuffleanswers><answernumbering>ABCD</answernumbering>`]),
    ...answers,
    `<tags>${tagsOf({ ...item, said })
      .map(tag => `<tag><text>${escapeXml(tag)}</text></tag>`)
      .join('')}</tags>`,
    '</question>',
  ].join('\n')
}
