import { hash, verify } from '@node-rs/argon2';

// OWASP's minimum for argon2id, which is the library's default kind: 19 MiB, 2 passes.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The argon2id hash of a password, as a PHC string with its own salt. */
export async function passwordHash(password: string): Promise<string> {
  return await hash(password, cost);
}

/** Whether the password belongs to the hash. */
export async function isPasswordOf(login: { hash: string; password: string }): Promise<boolean> {
  return await verify(login.hash, login.password);
}
