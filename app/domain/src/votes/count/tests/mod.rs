//! The laws that counts keep, and slow counts beside them.
