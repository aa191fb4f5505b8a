/** The report as a PDF, laid out in a thread of its own. */
import sharp from 'sharp'
import type { Locale } from '#core/locale'
import type { Report } from '#core/report/report'
import { pictureByPublicId, pictureBytes } from '#db/picture'
import type { Runtime } from '../runtime.ts'
import { bytesFromThread } from '../thread.ts'

/** What the thread is handed. */
export interface ReportParts {
  report: Report
  locale: Locale
  /** JPEG by picture id: PDF knows no WebP. */
  pictures: Map<string, Uint8Array>
}

export async function reportFile(rt: Runtime, report: Report, locale: Locale): Promise<Buffer> {
  const pictures = new Map<string, Uint8Array>()
  for (const { id } of report.pictures) {
    const found = await pictureByPublicId(rt.storage.read, id)
    if (!found) continue
    const webp = await pictureBytes(rt.storage.read, found.id, 'small')
    pictures.set(id, await sharp(webp).flatten({ background: '#ffffff' }).jpeg({ quality: 82 }).toBuffer())
  }
  return bytesFromThread(new URL('./worker.ts', import.meta.url), { report, locale, pictures } satisfies ReportParts)
}
