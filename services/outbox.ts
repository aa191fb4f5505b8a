/** How a code reaches a phone. Until a gateway is configured there is the development outbox. */
export interface Message {
  phone: string
  code: string
  sentAt: number
}

export interface Sender {
  send(message: Message): Promise<void>
}

export interface Outbox extends Sender {
  /** Newest first. */
  messagesTo(phone: string): Message[]
  recent(): Message[]
}

/** Keeps the last messages in memory and shows them on a page: for development and trials only. */
export function memoryOutbox(most = 1000): Outbox {
  let kept: Message[] = []
  return {
    async send(message) {
      kept = [message, ...kept].slice(0, most)
    },
    messagesTo: phone => kept.filter(message => message.phone === phone),
    recent: () => kept.slice(0, 20),
  }
}
