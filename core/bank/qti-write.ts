/** QTI packages to hand on: an item a question, and the manifest that lists them with their tags. */
import { escapeXml, htmlOf, scenarioHtml } from './markup.ts'
import { writtenOptions } from './rich-item.ts'
import { type Item, kindNames } from './table.ts'
import { tagsOf } from './tags.ts'

export type QtiVersion = '2.1' | '3.0'

const namespaces: Record<QtiVersion, { item: string; package: string; type: string; schema: string }> = {
  '2.1': {
    item: 'http://www.imsglobal.org/xsd/imsqti_v2p1',
    package: 'http://www.imsglobal.org/xsd/imscp_v1p1',
    type: 'imsqti_item_xmlv2p1',
    schema: 'IMS Content',
  },
  '3.0': {
    item: 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0',
    package: 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1',
    type: 'imsqti_item_xmlv3p0',
    schema: 'QTI Package',
  },
}

/** @returns the parts of the package by name */
export function qtiOf(items: readonly Item[], version: QtiVersion): { name: string; text: string }[] {
  const names = items.map((_, at) => `items/q${String(at + 1).padStart(5, '0')}.xml`)
  return [
    { name: 'imsmanifest.xml', text: manifestOf(items, names, version) },
    ...items.map((item, at) => ({ name: names[at] ?? '', text: itemXml(item, at + 1, version) })),
  ]
}

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'

function manifestOf(items: readonly Item[], names: readonly string[], version: QtiVersion): string {
  const { package: cp, type, schema } = namespaces[version]
  const resources = items.map((item, at) => {
    const keywords = tagsOf(item).map(
      tag => `<imsmd:keyword><imsmd:string language="x-none">${escapeXml(tag)}</imsmd:string></imsmd:keyword>`,
    )
    return `<resource identifier="r${at + 1}" type="${type}" href="${names[at]}"><metadata><imsmd:lom><imsmd:general>${keywords.join('')}</imsmd:general></imsmd:lom></metadata><file href="${names[at]}"/></resource>`
  })
  return `${head}<manifest xmlns="${cp}" xmlns:imsmd="http://ltsc.ieee.org/xsd/LOM" identifier="question-set"><metadata><schema>${schema}</schema><schemaversion>${version}</schemaversion></metadata><organizations/><resources>
${resources.join('\n')}
</resources></manifest>
`
}

/** simpleChoice in version 2, qti-simple-choice in version 3; attributes likewise. */
const namer = (version: QtiVersion) => (name: string) =>
  version === '3.0' ? `qti-${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}` : name

function itemXml(item: Item, number: number, version: QtiVersion): string {
  const name = namer(version)
  const attribute = (written: string) =>
    version === '3.0' ? written.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`) : written
  const element = (tag: string, attributes: Record<string, string>, content: string) => {
    const written = Object.entries(attributes).map(([key, value]) => ` ${attribute(key)}="${escapeXml(value)}"`)
    return `<${name(tag)}${written.join('')}>${content}</${name(tag)}>`
  }
  const options = writtenOptions(item)
  const several = item.said.kind === kindNames.multiple
  const rights = options.flatMap(({ right }, at) => (right ? [element('value', {}, idOf(at))] : []))
  const isShuffled = item.said.kind !== kindNames.truefalse
  const choices = options.map(({ text }, at) =>
    element('simpleChoice', { identifier: idOf(at) }, htmlOf(text, 'xml:lang')),
  )
  const choice = element(
    'choiceInteraction',
    { responseIdentifier: 'RESPONSE', shuffle: String(isShuffled), maxChoices: several ? '0' : '1' },
    element('prompt', {}, htmlOf(item.stem, 'xml:lang')) + choices.join(''),
  )
  const explanation = htmlOf(item.explanation, 'xml:lang')
  const shown = { outcomeIdentifier: 'FEEDBACK', identifier: 'EXPLANATION', showHide: 'show' }
  const declared = element(
    'responseDeclaration',
    { identifier: 'RESPONSE', cardinality: several ? 'multiple' : 'single', baseType: 'identifier' },
    element('correctResponse', {}, rights.join('')),
  )
  const outcome = (identifier: string, baseType: string) =>
    element('outcomeDeclaration', { identifier, cardinality: 'single', baseType }, '')
  const rule = `${name('responseProcessing')} template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"`
  const title = escapeXml(item.said.id || `${number}`)
  const dependent = `${attribute('timeDependent')}="false" adaptive="false"`
  return `${head}<${name('assessmentItem')} xmlns="${namespaces[version].item}" identifier="q${number}" title="${title}" ${dependent}>
${declared}${outcome('SCORE', 'float')}${outcome('FEEDBACK', 'identifier')}
${element('itemBody', {}, scenarioHtml(item.scenario, 'xml:lang') + choice)}
<${rule}/>
${explanation === '' ? '' : element('modalFeedback', shown, version === '3.0' ? `<qti-content-body>${explanation}</qti-content-body>` : explanation)}
</${name('assessmentItem')}>
`
}

const idOf = (option: number): string => `ANSWER-${option + 1}`
