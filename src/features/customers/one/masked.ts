/** A contact's words with most of them hidden: 王**, 138****1234, a***@example.com. Null stays null. */
export const masked = { name: maskedName, phone: maskedPhone, email: maskedEmail };

function maskedName(name: string): string {
  const [first = ''] = Array.from(name.trim());
  return `${first}**`;
}

/** Three digits in front and four behind; of a short number nothing but the last. */
function maskedPhone(phone: string | null): string | null {
  if (phone === null) return null;
  const characters = Array.from(phone.trim());
  if (characters.length < 9) return `****${characters.at(-1) ?? ''}`;
  return `${characters.slice(0, 3).join('')}****${characters.slice(-4).join('')}`;
}

function maskedEmail(email: string | null): string | null {
  if (email === null) return null;
  const at = email.lastIndexOf('@');
  const [first = ''] = Array.from(email);
  return at < 1 ? '***' : `${first}***${email.slice(at)}`;
}
