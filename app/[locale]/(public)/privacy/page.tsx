import type { Metadata } from 'next'
import { type LocaleParams, speak } from '#app/locale'
import { siteSettings } from '#app/site'
import { Table } from '#components/table'

export const generateMetadata = async ({ params }: { params: LocaleParams }): Promise<Metadata> => ({
  title: (await speak(params)).text.privacy.title,
})

export default async function Privacy({ params }: { params: LocaleParams }) {
  const { privacy } = (await speak(params)).text
  const { contact } = await siteSettings()
  return (
    <div className="wrap flow">
      <h1>{privacy.title}</h1>
      <p>{privacy.lead}</p>
      <Table caption={privacy.kept}>
        <thead>
          <tr>
            <th scope="col">{privacy.item}</th>
            <th scope="col">{privacy.why}</th>
            <th scope="col">{privacy.how}</th>
          </tr>
        </thead>
        <tbody>
          {privacy.rows.map(({ item, why, how }) => (
            <tr key={item}>
              <th scope="row">{item}</th>
              <td>{why}</td>
              <td>{how}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <h2>{privacy.term}</h2>
      <p>{privacy.termText}</p>
      <h2>{privacy.notDone}</h2>
      <Rows of={privacy.notDoneRows} />
      <h2>{privacy.cookies}</h2>
      <Rows of={privacy.cookieRows} />
      <h2>{privacy.rights}</h2>
      <p>{privacy.rightsText}</p>
      {contact && <p>{privacy.contact(contact)}</p>}
    </div>
  )
}

const Rows = ({ of }: { of: string[] }) => (
  <ul>
    {of.map(row => (
      <li key={row}>{row}</li>
    ))}
  </ul>
)
