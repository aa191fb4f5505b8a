/** Files as the documentation of other programs gives them: Moodle's GIFT and XML, QTI 2.1, 2.2 and 3.0. */
import { describe, expect, it } from 'vitest'
import { type Read, readUpload } from './reading.ts'
import { jobOf, zipOf } from './testing.ts'

async function read(file: string | Buffer, name: string): Promise<Read> {
  const found = await readUpload(jobOf(Buffer.from(file), name))
  if (!('read' in found)) throw new Error('The columns were not known')
  return found.read
}
/** What a question asks, offers and holds right. */
const shown = ({ drafts }: Read) =>
  drafts.map(({ draft: { kind, face, right } }) => [kind, face.stem.zh, face.options.map(one => one.zh), right])
const faults = ({ problems }: Read) =>
  problems.filter(one => one.severity === 'error').map(({ cell, code, data }) => [cell, code, data.kind ?? data.what])
const explained = ({ drafts }: Read) => drafts.map(({ draft }) => draft.explanation.zh)

describe('GIFT as docs.moodle.org/en/GIFT_format gives it', () => {
  const gift = (text: string) => read(text, 'moodle.txt')

  it('single choice with feedback, in one line and in several, with a comment and a category', async () => {
    const found = await gift(`$CATEGORY: tom/dick/harry

//Question: 1 Name: Grants tomb
::Grants tomb::Who is buried in Grant's tomb in New York City? {
=Grant#Grant lies there since 1897.
~No one
#Was true for 12 years, but Grant's remains were buried in the tomb in 1897
~Napoleon
#He was buried in France
~Churchill
#He was buried in England
}

::Q2:: What's between orange and green in the spectrum?
{ =yellow # right; good! ~red # wrong, it's yellow ~blue # wrong, it's yellow }`)
    expect(shown(found)).toEqual([
      ['single', "Who is buried in Grant's tomb in New York City?", ['Grant', 'No one', 'Napoleon', 'Churchill'], 1],
      ['single', "What's between orange and green in the spectrum?", ['yellow', 'red', 'blue'], 1],
    ])
    expect(explained(found)).toEqual(['Grant lies there since 1897.', 'right; good!'])
    expect(found.rowsIn).toBe(2)
  })

  it('several right answers by weights, negative ones too', async () =>
    expect(
      shown(
        await gift(`What two people are entombed in Grant's tomb? {
   ~%-100%No one
   ~%50%Grant
   ~%50%Grant's wife
   ~%-100%Grant's father
}`),
      ),
    ).toEqual([
      [
        'multiple',
        "What two people are entombed in Grant's tomb?",
        ['No one', 'Grant', "Grant's wife", "Grant's father"],
        0b0110,
      ],
    ]))

  it.each([
    ['::Q1:: 1+1=2 {T}', 1, ''],
    ["Grant is buried in Grant's tomb.{FALSE}", 2, ''],
    ["Grant is buried in Grant's tomb.{F#It is his tomb.#Nobody is buried there.}", 2, 'Nobody is buried there.'],
    ["Grant is buried in Grant's tomb.{TRUE#Think again.}", 1, 'Think again.'],
    ['::Q:: 1+1=2 {T####By counting.}', 1, 'By counting.'],
  ])('true or false: %s', async (text, right, explanation) => {
    const found = await gift(text)
    expect(found.drafts).toMatchObject([{ draft: { kind: 'truefalse', right } }])
    expect(explained(found)).toEqual([explanation])
  })

  it('a missing word in the middle of a sentence', async () =>
    expect(
      shown(await gift("Mahatma Gandhi's birthday is an Indian holiday on {~15th ~3rd =2nd} of October.")),
    ).toEqual([
      ['single', "Mahatma Gandhi's birthday is an Indian holiday on _____ of October.", ['15th', '3rd', '2nd'], 0b100],
    ]))

  it('signs that are escaped, in answers and in feedback', async () => {
    const found = await gift(`Which answer equals 5? {
 ~ \\= 2 + 2
 = \\= 2 + 3 # Right\\: 2 \\+ 3 \\{sum\\}
 ~ \\= 2 + 4
}

::GIFT Control Characters::
Which of the following is NOT a control character for the GIFT import format? {
 ~ \\~     # \\~ is a control character.
 ~ \\=     # \\= is a control character.
 ~ \\#     # \\# is a control character.
 ~ \\{     # \\{ is a control character.
 ~ \\}     # \\} is a control character.
 = %     # Correct! % is not a control character.
}`)
    expect(shown(found)).toEqual([
      ['single', 'Which answer equals 5?', ['= 2 + 2', '= 2 + 3', '= 2 + 4'], 0b010],
      [
        'single',
        'Which of the following is NOT a control character for the GIFT import format?',
        ['~', '=', '#', '{', '}', '%'],
        0b100000,
      ],
    ])
    expect(explained(found)[1]).toBe('Correct! % is not a control character.')
  })

  it('a general feedback explains before that of an answer', async () =>
    expect(explained(await gift('::Q:: 1+1? {=2#Yes. ~3#No. ####Count them.}'))).toEqual(['Count them.']))

  it('texts marked as HTML, Markdown or plain', async () =>
    expect(
      shown(
        await gift('::a::[html]<p>Is <b>x</b> &lt; y?</p>{=yes ~no}\n\n::b::[plain]Is <b> a tag?{=surely ~not}'),
      ).map(([, stem]) => stem),
    ).toEqual(['Is x < y?', 'Is <b> a tag?']))

  it('other kinds are named with their lines, and nothing else is lost', async () => {
    const found = await gift(`::Q3:: Two plus {=two =2} equals four.

::Q4:: Which animal eats which food? { =cat -> cat food =dog -> dog food }

::Q5:: What is a number from 1 to 5? {#3:2}

::Q8:: How are you? {}

You can use your pencil and paper for these next math questions.

::Q:: 1+1? {=2 ~%50%3 ~4}

::Q9:: Never ends? {=yes ~no`)
    expect(faults(found).map(([line, code, kind]) => [line, code, kind])).toEqual([
      ['1', 'kind-foreign', 'shortanswer'],
      ['3', 'kind-foreign', 'matching'],
      ['5', 'kind-foreign', 'numerical'],
      ['7', 'kind-foreign', 'essay'],
      ['9', 'kind-foreign', 'description'],
      ['13', 'question-broken', undefined],
    ])
    expect([found.rowsIn, found.drafts.length]).toEqual([7, 1])
    expect(found.problems.map(({ code }) => code)).toContain('partial-credit')
  })
})

describe('Moodle XML as docs.moodle.org/en/Moodle_XML_format gives it', () => {
  const answer = (fraction: number, text: string, feedback = '') =>
    `<answer fraction="${fraction}"><text>${text}</text><feedback><text>${feedback}</text></feedback></answer>`
  const question = (type: string, inside: string) =>
    `<question type="${type}"><name><text>n</text></name><questiontext format="html"><text><![CDATA[<p>What is <em>it</em>?</p>]]></text></questiontext>${inside}</question>`
  const quiz = (...questions: string[]) =>
    read(`<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join('\n')}\n</quiz>`, 'quiz.xml')

  it('categories, single and multiple choice, true or false', async () => {
    const found = await quiz(
      '<question type="category"><category><text>$course$/my category name</text></category></question>',
      question(
        'multichoice',
        `${answer(100, 'The correct answer', 'Correct!')}${answer(0, 'A distractor', 'Ooops!')}<shuffleanswers>1</shuffleanswers><single>true</single><answernumbering>abc</answernumbering>`,
      ),
      question(
        'multichoice',
        `${answer(50, 'one')}${answer(50, 'two')}${answer(-100, 'three')}<single>false</single><generalfeedback format="html"><text>&lt;p&gt;Both.&lt;/p&gt;</text></generalfeedback>`,
      ),
      question('truefalse', `${answer(0, 'true')}${answer(100, 'false', 'Indeed not.')}`),
    )
    expect(shown(found)).toEqual([
      ['single', 'What is it?', ['The correct answer', 'A distractor'], 0b01],
      ['multiple', 'What is it?', ['one', 'two', 'three'], 0b011],
      ['truefalse', 'What is it?', ['正确', '错误'], 0b10],
    ])
    expect(explained(found)).toEqual(['Correct!', 'Both.', 'Indeed not.'])
  })

  it.each(['shortanswer', 'matching', 'essay', 'numerical', 'cloze', 'description', 'calculated', 'ddwtos'])(
    'a question of the type %s is named with its line',
    async type => {
      const found = await quiz(
        question('truefalse', `${answer(100, 'true')}${answer(0, 'false')}`),
        question(type, answer(100, 'x')),
      )
      expect(faults(found)).toEqual([['4', 'kind-foreign', type]])
      expect(found.drafts).toHaveLength(1)
    },
  )

  it('a picture in a question costs it its place, whether linked or packed in', async () => {
    const picture =
      '<questiontext format="html"><text><![CDATA[<p>Whose is <img src="@@PLUGINFILE@@/a.png"/>?</p>]]></text><file name="a.png" encoding="base64">iVBORw0KGgo=</file></questiontext>'
    const found = await quiz(
      `<question type="multichoice">${picture}${answer(100, 'Ours')}${answer(0, 'Yours')}<single>true</single></question>`,
    )
    expect(faults(found)).toEqual([['3', 'media', 'img']])
  })

  it('partial credit of a single choice is told', async () => {
    const found = await quiz(
      question('multichoice', `${answer(100, 'best')}${answer(50, 'fair')}${answer(0, 'bad')}<single>true</single>`),
    )
    expect(found.problems.map(({ code, data }) => [code, data.text])).toContainEqual(['partial-credit', 'fair'])
    expect(shown(found)[0]?.[3]).toBe(1)
  })
})

describe('QTI as the examples of 1EdTech give it', () => {
  /** Versions 2.1 and 2.2 differ in their names of spaces and types only. */
  const item2 = (version: '2p1' | '2p2', identifier: string, inside: string) =>
    `<?xml version="1.0" encoding="UTF-8"?>
<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v${version}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsglobal.org/xsd/imsqti_v${version} http://www.imsglobal.org/xsd/qti/qtiv${version}/imsqti_v${version}.xsd"
  identifier="${identifier}" title="Example" adaptive="false" timeDependent="false">${inside}
  <responseProcessing template="http://www.imsglobal.org/question/qti_v${version}/rptemplates/match_correct"/>
</assessmentItem>`
  const outcome =
    '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"><defaultValue><value>0</value></defaultValue></outcomeDeclaration>'
  const luggage = `
  <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"><correctResponse><value>ChoiceA</value></correctResponse></responseDeclaration>
  ${outcome}
  <itemBody>
    <p>Look at the text on the sign: NEVER LEAVE LUGGAGE UNATTENDED</p>
    <choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="1">
      <prompt>What does it say?</prompt>
      <simpleChoice identifier="ChoiceA">You must stay with your luggage at all times.</simpleChoice>
      <simpleChoice identifier="ChoiceB">Do not let someone else look after your luggage.</simpleChoice>
      <simpleChoice identifier="ChoiceC">Remember your luggage when you leave.</simpleChoice>
    </choiceInteraction>
  </itemBody>`
  const water = `
  <responseDeclaration identifier="RESPONSE" cardinality="multiple" baseType="identifier">
    <correctResponse><value>H</value><value>O</value></correctResponse>
    <mapping lowerBound="0" upperBound="2" defaultValue="-2"><mapEntry mapKey="H" mappedValue="1"/><mapEntry mapKey="O" mappedValue="1"/><mapEntry mapKey="Cl" mappedValue="-1"/></mapping>
  </responseDeclaration>
  ${outcome}
  <itemBody>
    <choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="0">
      <prompt>Which of the following elements are used to form water?</prompt>
      <simpleChoice identifier="H" fixed="false">Hydrogen</simpleChoice>
      <simpleChoice identifier="He" fixed="false">Helium<feedbackInline outcomeIdentifier="FEEDBACK" identifier="He" showHide="show">No, this is a gas by itself.</feedbackInline></simpleChoice>
      <simpleChoice identifier="O" fixed="false">Oxygen</simpleChoice>
      <simpleChoice identifier="Cl" fixed="false">Chlorine</simpleChoice>
    </choiceInteraction>
  </itemBody>
  <modalFeedback outcomeIdentifier="FEEDBACK" identifier="all" showHide="show">Two atoms of hydrogen, one of oxygen.</modalFeedback>`
  const essay = `<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="string"/><itemBody><p>Read this postcard from your friend Sam.</p><extendedTextInteraction responseIdentifier="RESPONSE" expectedLength="200"><prompt>Write Sam a postcard.</prompt></extendedTextInteraction></itemBody>`
  const manifest = (version: string, hrefs: string[]) => `<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:imsmd="http://ltsc.ieee.org/xsd/LOM" identifier="MANIFEST-1">
  <metadata><schema>QTIv${version} Package</schema><schemaversion>1.0.0</schemaversion></metadata>
  <organizations/>
  <resources>${hrefs.map((href, at) => `<resource identifier="R${at}" type="imsqti_item_xmlv${version.replace('.', 'p')}" href="${href}"><metadata><imsmd:lom><imsmd:general><imsmd:title><imsmd:string xml:lang="en">Example</imsmd:string></imsmd:title></imsmd:general></imsmd:lom></metadata><file href="${href}"/></resource>`).join('')}
  </resources>
</manifest>`

  const first = [
    'single',
    'Look at the text on the sign: NEVER LEAVE LUGGAGE UNATTENDED\nWhat does it say?',
    [
      'You must stay with your luggage at all times.',
      'Do not let someone else look after your luggage.',
      'Remember your luggage when you leave.',
    ],
    0b001,
  ]
  const second = [
    'multiple',
    'Which of the following elements are used to form water?',
    ['Hydrogen', 'Helium', 'Oxygen', 'Chlorine'],
    0b0101,
  ]

  it.each(['2p1', '2p2'] as const)(
    'a package of %s, in the order of its manifest, with what it holds besides',
    async version => {
      const hrefs = ['items/luggage.xml', 'items/water.xml', 'items/essay.xml']
      const found = await read(
        zipOf([
          { name: 'imsmanifest.xml', body: manifest(version.replace('p', '.'), hrefs) },
          { name: 'items/essay.xml', body: item2(version, 'essay', essay) },
          { name: 'items/water.xml', body: item2(version, 'choiceMultiple', water) },
          { name: 'items/luggage.xml', body: item2(version, 'choice', luggage) },
          { name: 'images/sign.png', body: '\x89PNG' },
          {
            name: 'tests/test.xml',
            body: `<assessmentTest xmlns="http://www.imsglobal.org/xsd/imsqti_v${version}" identifier="t" title="t"/>`,
          },
        ]),
        'qti.zip',
      )
      expect(found.format).toBe('qti')
      expect(shown(found)).toEqual([first, second])
      expect(explained(found)).toEqual(['', 'Two atoms of hydrogen, one of oxygen.'])
      expect(found.drafts.map(({ draft }) => draft.externalId)).toEqual(['choice', 'choiceMultiple'])
      expect(faults(found)).toEqual([['3', 'kind-foreign', 'extendedtextinteraction']])
    },
  )

  it('a package of 3.0, and one of its items alone', async () => {
    const three = `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="choice" title="Example" adaptive="false" time-dependent="false" xml:lang="en">
  <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier"><qti-correct-response><qti-value>ChoiceA</qti-value></qti-correct-response></qti-response-declaration>
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
  <qti-item-body>
    <p>Look at the text on the sign: NEVER LEAVE LUGGAGE UNATTENDED</p>
    <qti-choice-interaction response-identifier="RESPONSE" shuffle="false" max-choices="1" class="qti-labels-upper-alpha">
      <qti-prompt>What does it say?</qti-prompt>
      <qti-simple-choice identifier="ChoiceA">You must stay with your luggage at all times.</qti-simple-choice>
      <qti-simple-choice identifier="ChoiceB">Do not let someone else look after your luggage.</qti-simple-choice>
      <qti-simple-choice identifier="ChoiceC">Remember your luggage when you leave.</qti-simple-choice>
    </qti-choice-interaction>
  </qti-item-body>
  <qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"/>
</qti-assessment-item>`
    const whole = zipOf([
      { name: 'imsmanifest.xml', body: manifest('3.0', ['choice.xml']) },
      { name: 'choice.xml', body: three },
    ])
    expect(shown(await read(whole, 'qti.zip'))).toEqual([first])
    expect(shown(await read(three, 'choice.xml'))).toEqual([first])
  })

  it('without a manifest, with a mapping instead of a key, and with a picture that it cannot do without', async () => {
    const mapped = water.replace(/<correctResponse>.*<\/correctResponse>/, '')
    const pictured = luggage.replace(
      '<p>Look at the text on the sign: NEVER LEAVE LUGGAGE UNATTENDED</p>',
      '<p>Look at the text in the picture.</p><p><img src="images/sign.png" alt="NEVER LEAVE LUGGAGE UNATTENDED"/></p>',
    )
    const found = await read(
      zipOf([
        { name: 'a.xml', body: item2('2p2', 'a', mapped) },
        { name: 'b.xml', body: item2('2p2', 'b', pictured) },
      ]),
      'qti.zip',
    )
    expect(shown(found)).toEqual([second])
    expect(faults(found)).toEqual([['2', 'media', 'img']])
  })

  it('a key that names no choice, and two interactions in one item, are named', async () => {
    const lost = luggage.replace('<value>ChoiceA</value>', '<value>ChoiceZ</value>')
    const two = luggage.replace(
      '</itemBody>',
      '<choiceInteraction responseIdentifier="R2" maxChoices="1"><simpleChoice identifier="x">x</simpleChoice></choiceInteraction></itemBody>',
    )
    const found = await read(
      zipOf([
        { name: 'a.xml', body: item2('2p2', 'a', lost) },
        { name: 'b.xml', body: item2('2p2', 'b', two) },
      ]),
      'qti.zip',
    )
    expect(found.drafts).toEqual([])
    expect(faults(found)).toEqual(
      expect.arrayContaining([
        ['1', 'question-broken', undefined],
        ['2', 'kind-foreign', 'choiceinteraction+choiceinteraction'],
      ]),
    )
  })
})
