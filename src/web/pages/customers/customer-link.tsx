import { Link } from '@tanstack/react-router';

type Props = Readonly<{ customer: Readonly<{ id: string; name: string }> }>;

/** A customer's name, which opens its page. */
export function CustomerLink({ customer }: Props) {
  return (
    <Link
      to={`/customers/one/${encodeURIComponent(customer.id)}` as string}
      className="plain-link"
      title={customer.name}
    >
      {customer.name}
    </Link>
  );
}
