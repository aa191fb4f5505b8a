/** next-auth, and nothing else: it carries the cookie; accounts, codes and sessions are ours. */
import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '#app/auth'

type Context = { params: Promise<{ nextauth: string[] }> }

const handler = (request: NextRequest, context: Context) => NextAuth(request, context, authOptions(request.headers))

export { handler as GET, handler as POST }
