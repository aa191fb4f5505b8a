import type { Metadata } from 'next'
import { type LocaleParams, speak } from '#app/locale'
import { Check } from '#components/certificate/check'
import { checkCertificate } from '#services/certificate'
import { runtime } from '#services/runtime'

interface VerifyProps {
  params: LocaleParams
  searchParams: Promise<{ number?: string | string[] }>
}

export async function generateMetadata({ params }: VerifyProps): Promise<Metadata> {
  const { text } = await speak(params)
  return { title: text.certificate.verifyTitle, description: text.certificate.verifyLead }
}

/** Is this certificate genuine? By typing its number. */
export default async function Verify({ params, searchParams }: VerifyProps) {
  const { locale, text } = await speak(params)
  const written = [(await searchParams).number].flat()[0]?.slice(0, 40) ?? ''
  const found = written === '' ? null : await checkCertificate(runtime(), written)
  return <Check written={written} found={found} locale={locale} text={text} />
}
