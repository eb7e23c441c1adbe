import { EventEmitter } from 'node:events'
import { strict } from './strict.ts'

type AppHandler = (request: Request) => Promise<Response>
type RequestHandler = (
  details: { url: string },
  decide: (answer: { cancel: boolean }) => void,
) => void
type PermissionHandler = (contents: null, permission: string, decide: (ok: boolean) => void) => void

/** What the session was given, for the stand-in's Chromium and for the tests to ask. */
export const given: {
  app?: AppHandler
  beforeRequest?: RequestHandler
  permission?: PermissionHandler
  permissionCheck?: ((contents: null, permission: string) => boolean) | null
  devicePermission?: ((details: object) => boolean) | null
} = {}

class StandInSession extends EventEmitter {
  readonly protocol = strict('session.protocol', {
    handle(scheme: string, handler: AppHandler) {
      if (scheme !== 'app') throw new Error(`the stand-in knows no scheme ${scheme}`)
      given.app = handler
    },
  })
  readonly webRequest = strict('session.webRequest', {
    onBeforeRequest(handler: RequestHandler) {
      given.beforeRequest = handler
    },
  })

  setPermissionRequestHandler(handler: PermissionHandler): void {
    given.permission = handler
  }

  setPermissionCheckHandler(handler: (contents: null, permission: string) => boolean): void {
    given.permissionCheck = handler
  }

  setDevicePermissionHandler(handler: (details: object) => boolean): void {
    given.devicePermission = handler
  }
}

export const defaultSession = strict('session', new StandInSession())

/** Whether the session lets a request for `url` go out. */
export function passes(url: string): boolean {
  let cancelled = false
  given.beforeRequest?.({ url }, ({ cancel }) => {
    cancelled = cancel
  })
  return !cancelled
}
