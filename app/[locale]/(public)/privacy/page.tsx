import type { Metadata } from 'next'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { siteSettings } from '#app/site'
import styles from './privacy.module.css'

export const generateMetadata = async ({ params }: { params: LocaleParams }): Promise<Metadata> => ({
  title: (await speak(params)).text.privacy.title,
})

export default async function Privacy({ params }: { params: LocaleParams }) {
  const { locale, text } = await speak(params)
  const { privacy, myData } = text
  const { contact } = await siteSettings()
  return (
    <div className="wrap flow">
      <h1>{privacy.title}</h1>
      <p>{privacy.lead}</p>
      <h2>{privacy.kept}</h2>
      <dl className={styles.items}>
        {privacy.rows.map(({ item, why, how }) => (
          <div key={item} className={styles.item}>
            <dt>{item}</dt>
            <dd>{why}</dd>
            <dd className={styles.how}>{how}</dd>
          </div>
        ))}
      </dl>
      <h2>{privacy.term}</h2>
      <p>{privacy.termText}</p>
      <h2>{privacy.notDone}</h2>
      <Rows of={privacy.notDoneRows} />
      <h2>{privacy.cookies}</h2>
      <Rows of={privacy.cookieRows} />
      <h2>{privacy.rights}</h2>
      <p>{privacy.rightsText}</p>
      <p>
        <a className="onward" href={paths.myData(locale)}>
          {myData.link}
        </a>
      </p>
      {contact && <p>{privacy.contact(contact)}</p>}
    </div>
  )
}

const Rows = ({ of }: { of: string[] }) => (
  <ul className="bullets">
    {of.map(row => (
      <li key={row}>{row}</li>
    ))}
  </ul>
)
