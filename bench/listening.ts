/** A server of the bench listens on a free port and tells the bench which one. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export const listening = (server: Server): void => {
  server.listen(0, '127.0.0.1', () => console.log(`http://localhost:${(server.address() as AddressInfo).port}`))
}
