/**
 * The shipped fonts are made for Chinese: in them, curly quotation marks and apostrophes are as wide as a hanzi, which
 * tears English words apart. Texts without any hanzi are written with straight ones.
 */
import type PDFDocument from 'pdfkit'

type Pdf = InstanceType<typeof PDFDocument>

const hanzi = /[\u2e80-\uffef]/

export const fittingQuotes = (text: string): string =>
  hanzi.test(text) ? text : text.replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"')

/** The same for whatever is written to a PDF from here on. @returns the PDF that was handed in */
export function withFittingQuotes(pdf: Pdf): Pdf {
  const [write, measure] = [pdf.text.bind(pdf), pdf.heightOfString.bind(pdf)]
  pdf.text = (text: string, ...more: unknown[]) => write(fittingQuotes(text), ...(more as []))
  pdf.heightOfString = (text, options) => measure(fittingQuotes(text), options)
  return pdf
}
