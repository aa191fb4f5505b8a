/** For `reply.serializer`: what is sent is text or bytes already, and nothing is to be made of it. */
export const asItIs = (sent: unknown): string => sent as string
