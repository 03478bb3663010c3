
mod view;
