/** What an operator does with those who are at home in one installation. */
export type OwnersDeed =
  | "owner_invited"
  | "invitation_taken_back"
  | "owner_joined"
  | "owner_made_operator"
  | "operator_made_owner"
  | "owner_removed";
