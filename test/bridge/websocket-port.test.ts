import { describe, expect, it } from 'vitest'
import { type SocketLike, webSocketPort } from '#shared/bridge/websocket-port.ts'
import { decodeMessage, encodeMessage, type PortState } from '#shared/bridge/wire.ts'

describe('a port over a WebSocket', () => {
  it('H6: is connecting, then open, then carries messages both ways', () => {
    const { port, sockets, states } = carrier()
    const heard: unknown[] = []
    port.onMessage((message) => heard.push(message))
    port.send('too early')
    sockets[0]?.open()
    port.send({ id: 1 })
    sockets[0]?.hear(encodeMessage({ event: 1 }))
    expect(states).toEqual(['connecting', 'open'])
    expect(sockets[0]?.sent).toEqual([{ id: 1 }])
    expect(heard).toEqual([{ event: 1 }])
  })

  it('H6: connects anew after it was lost, and sends nothing twice', () => {
    const { port, sockets, states, pass } = carrier()
    sockets[0]?.open()
    port.send('first')
    sockets[0]?.shut()
    port.send('nowhere')
    expect(states).toEqual(['connecting', 'open', 'lost'])
    pass()
    sockets[1]?.open()
    port.send('second')
    expect(states).toEqual(['connecting', 'open', 'lost', 'open'])
    expect(sockets.map(({ sent }) => sent)).toEqual([['first'], ['second']])
  })

  it('H6: waits twice as long each time, up to four seconds, and from the start once it was open', () => {
    const { sockets, delays, pass } = carrier()
    for (let n = 0; n < 7; n++) {
      sockets.at(-1)?.shut()
      pass()
    }
    sockets.at(-1)?.open()
    sockets.at(-1)?.shut()
    expect(delays).toEqual([250, 500, 1000, 2000, 4000, 4000, 4000, 250])
  })

  it('H6: stays closed once it is closed', () => {
    const { port, sockets, states, pass } = carrier()
    sockets[0]?.open()
    sockets[0]?.shut()
    port.close()
    pass()
    expect(sockets).toHaveLength(1)
    expect(states).toEqual(['connecting', 'open', 'lost', 'closed'])
  })

  it('H6: hears nothing from a socket that it gave up, and no frame that is no message', () => {
    const { port, sockets, pass } = carrier()
    const heard: unknown[] = []
    port.onMessage((message) => heard.push(message))
    sockets[0]?.open()
    sockets[0]?.hear(Uint8Array.of(1, 2, 3))
    sockets[0]?.shut()
    pass()
    sockets[1]?.open()
    sockets[0]?.hear(encodeMessage('late'))
    expect(heard).toEqual([])
  })
})

/** A port over sockets that the test moves by hand; `pass` lets the wait go by. */
function carrier() {
  const sockets: ReturnType<typeof handSocket>[] = []
  const delays: number[] = []
  const tasks: (() => void)[] = []
  const states: PortState[] = []
  const port = webSocketPort({
    connect() {
      const socket = handSocket()
      sockets.push(socket)
      return socket
    },
    schedule(task, delay) {
      delays.push(delay)
      tasks.push(task)
      return () => tasks.splice(tasks.indexOf(task), 1)
    },
  })
  port.onState((state) => states.push(state))
  return { port, sockets, delays, states, pass: () => tasks.shift()?.() }
}

function handSocket() {
  const target = new EventTarget()
  const sent: unknown[] = []
  const socket: SocketLike = {
    binaryType: '',
    send(data) {
      const decoded = decodeMessage(data)
      sent.push(decoded.ok ? decoded.value : decoded)
    },
    close() {},
    addEventListener: (type: string, listener: (event: never) => void) =>
      target.addEventListener(type, (event) => listener(event as never)),
  }
  return {
    ...socket,
    sent,
    open: () => target.dispatchEvent(new Event('open')),
    shut: () => target.dispatchEvent(new Event('close')),
    hear: (bytes: Uint8Array<ArrayBuffer>) =>
      target.dispatchEvent(new MessageEvent('message', { data: bytes.buffer })),
  }
}
