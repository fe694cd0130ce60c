/** A command cannot go on; the message is for the person at the terminal and needs no stack. */
export class SetupFailure extends Error {}
