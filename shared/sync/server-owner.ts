/** The name that a sync server gives who set it up; windows say it in their language. */
export const SERVER_OWNER = 'Owner'
