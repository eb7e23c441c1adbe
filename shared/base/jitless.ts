import { z } from 'zod'

// Zod would try `new Function`, which the content policy of the window refuses and reports; a schema that is made before this
// is told would still try.
z.config({ jitless: true })
