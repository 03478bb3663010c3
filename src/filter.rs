//! Which speeches a state lets through, and the counts that each facet would give.
