import type { Metadata } from 'next'
import { day } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { anyStaff } from '#app/staff'
import { Back } from '#components/back'
import { OwnPhoneForm } from '#components/staff/own-phone-form'
import { ownPhones } from '#services/own-phone'
import { runtime } from '#services/runtime'
import styles from '../../../../components/staff/staff.module.css'

export const generateMetadata = async ({ params }: { params: LocaleParams }): Promise<Metadata> => ({
  title: (await speak(params)).text.ownPhone.title,
})

/** Staff state the phone they play with, which wins nothing. */
export default async function OwnPhones({ params }: { params: LocaleParams }) {
  const { locale, text } = await speak(params)
  const staff = await anyStaff(locale, paths.staffPhones(locale))
  const words = text.ownPhone
  const phones = await ownPhones(runtime(), staff)
  return (
    <div className={`wrap ${styles.page}`}>
      <Back href={paths.staff(locale)}>{text.staff.title}</Back>
      <h1>{words.title}</h1>
      <p className={styles.lead}>{words.lead}</p>
      {phones.length > 0 && (
        <ul>
          {phones.map(({ phone, addedAt }) => (
            <li key={phone}>{words.line(phone, day(addedAt, locale))}</li>
          ))}
        </ul>
      )}
      <OwnPhoneForm key={phones.length} locale={locale} text={plain(words)} frame={formTexts(text)} />
      <p className={styles.hint}>{words.removal}</p>
    </div>
  )
}
