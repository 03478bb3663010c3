//! State and fragment.
