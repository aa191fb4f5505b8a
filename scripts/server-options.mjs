/** How the server's Node is started. Benches and tests start theirs the same way, so that they measure the product. */

export const serverOptions = [
  // Megabytes for long-lived objects: the whole process then stays below 400.
  '--max-old-space-size=224',
  // And for those that hardly live: twice the usual nursery costs tens of megabytes, and saves nothing here.
  '--max-semi-space-size=8',
  // After a full collection V8 may take what requests are made of for long-lived, and makes it among old objects from
  // then on. Each dead request then keeps the next one, and much goes through the old space, at half the speed (0043).
  '--no-allocation-site-pretenuring',
]

export const serverEnv = {
  // One heap of the C library instead of one a thread: saves tens of megabytes.
  MALLOC_ARENA_MAX: '2',
}
