import type { Metadata } from 'next'
import { type LocaleParams, speak } from '#app/locale'
import { Check } from '#components/certificate/check'
import { shownNumber } from '#core/certificate/number'
import { checkCertificate } from '#services/certificate'
import { runtime } from '#services/runtime'

type Params = LocaleParams & Promise<{ number: string }>

export const generateMetadata = async ({ params }: { params: Params }): Promise<Metadata> => ({
  title: (await speak(params)).text.certificate.verifyTitle,
  robots: { index: false },
})

/** Is this certificate genuine? By scanning its code. */
export default async function VerifyNumber({ params }: { params: Params }) {
  const { locale, text } = await speak(params)
  const number = (await params).number.slice(0, 40)
  const found = await checkCertificate(runtime(), number)
  return (
    <Check written={found.ok ? shownNumber(found.value.number) : number} found={found} locale={locale} text={text} />
  )
}
