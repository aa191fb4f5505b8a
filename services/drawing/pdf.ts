/** A drawn sheet as one page of a PDF, in lines and not in dots: sharp at any size, small, and quick to make. */
import PDFDocument from 'pdfkit'
import { SaxesParser } from 'saxes'
import type { Locale } from '#core/locale'
import { oneByOne } from './one-by-one.ts'

type Paint = Partial<Record<'fill' | 'stroke' | 'stroke-width' | 'stroke-linecap' | 'stroke-linejoin', string>>
type Pdf = typeof PDFDocument.prototype

interface Page {
  /** Of the sheet, in its own units. */
  width: number
  landscape: boolean
  title: string
  locale: Locale
}

/** @param sheet draws it as SVG, as our sheets are: `g`, `path`, `rect`, `ellipse`, moved and scaled */
export const pdfOf = (sheet: () => string, page: Page): Promise<Buffer> => oneByOne(() => drawn(sheet(), page))

async function drawn(svg: string, page: Page): Promise<Buffer> {
  const pdf = opened(page)
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  addPage(pdf, svg, page)
  await ended(pdf)
  return Buffer.concat(chunks)
}

/** Many sheets, a page each. What is ready comes out of `source` at once, and is not kept. */
export function pdfPages(page: Page) {
  const pdf = opened(page)
  return {
    source: pdf as NodeJS.ReadableStream,
    /** In turn with whoever else has something drawn. */
    add: (sheet: () => string): Promise<void> => oneByOne(async () => addPage(pdf, sheet(), page)),
    end: () => ended(pdf),
  }
}

const opened = ({ landscape, title, locale }: Page): Pdf =>
  new PDFDocument({
    ...{ size: 'A4', layout: landscape ? 'landscape' : 'portrait', margin: 0, displayTitle: true },
    ...{ lang: locale === 'zh' ? 'zh-CN' : 'en', info: { Title: title }, autoFirstPage: false },
  })

function addPage(pdf: Pdf, svg: string, { width }: Page): void {
  pdf.addPage()
  pdf.scale(pdf.page.width / width)
  draw(pdf, svg)
}

async function ended(pdf: Pdf): Promise<void> {
  const done = new Promise<void>((resolve, reject) => pdf.on('end', resolve).on('error', reject))
  pdf.end()
  await done
}

function draw(pdf: Pdf, svg: string): void {
  const parser = new SaxesParser()
  const paints: Paint[] = [{}]
  parser.on('opentag', ({ name, attributes }) => {
    const paint: Paint = { ...paints.at(-1), ...(attributes as Paint) }
    paints.push(paint)
    pdf.save()
    transform(pdf, String(attributes.transform ?? ''))
    shape(pdf, name, attributes as Record<string, string>, paint)
  })
  parser.on('closetag', () => {
    paints.pop()
    pdf.restore()
  })
  parser.write(svg).close()
}

function transform(pdf: Pdf, text: string): void {
  for (const [, name, numbers = ''] of text.matchAll(/(translate|scale)\(([^)]*)\)/g)) {
    const [x = 0, y] = numbers
      .trim()
      .split(/[\s,]+/)
      .map(Number)
    if (name === 'translate') pdf.translate(x, y ?? 0)
    else pdf.scale(x, y ?? x)
  }
}

function shape(pdf: Pdf, name: string, at: Record<string, string>, paint: Paint): void {
  const [x, y, width, height] = [at.x, at.y, at.width, at.height].map(Number) as [number, number, number, number]
  if (name === 'path') pdf.path(at.d ?? '')
  else if (name === 'rect') pdf.rect(x, y, width, height)
  else if (name === 'ellipse') pdf.ellipse(Number(at.cx), Number(at.cy), Number(at.rx), Number(at.ry))
  else return
  const { fill = '#000', stroke = 'none' } = paint
  if (stroke !== 'none') {
    pdf.lineWidth(Number(paint['stroke-width'] ?? 1))
    pdf
      .lineCap((paint['stroke-linecap'] ?? 'butt') as 'butt')
      .lineJoin((paint['stroke-linejoin'] ?? 'miter') as 'miter')
  }
  if (fill === 'none') pdf.stroke(stroke)
  else if (stroke === 'none') pdf.fill(fill)
  else pdf.fillAndStroke(fill, stroke)
}
