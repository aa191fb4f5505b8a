/** What a preview says: the paper's and the result's own texts in both languages, whatever language the page has. */
import type { PreviewTexts } from '#components/staff/question-preview'
import type { Locale } from '#core/locale'
import { messagesIn } from '#messages/messages'
import { lawsOf } from '#services/handbook'
import type { Runtime } from '#services/runtime'
import { plain } from './plain.ts'

export async function previewTexts(locale: Locale, rt: Runtime): Promise<PreviewTexts> {
  const [zh, en] = [messagesIn('zh'), messagesIn('en')]
  return {
    own: plain(messagesIn(locale).bankWork.preview),
    paper: { zh: zh.paper, en: en.paper },
    result: { zh: plain(zh.result), en: plain(en.result) },
    laws: Object.fromEntries([...(await lawsOf(rt))].map(([code, { name }]) => [code, name])),
  }
}
