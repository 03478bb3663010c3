//! What reading asks of its surroundings, in the page: the browser's tables of letters and its parser of
//! pages.
//!
//! A page that is read becomes a document of its own that is in no window: nothing in it runs, loads or is
//! shown. The content policy has a name for the one place that may do this ([`INERT`]); of all else that
//! would make markup of text it has none. Only letters and names are taken out of that document.
//!
//! May live here: asking the browser. May not: which encoding it is, what of a page is text (`read`).

use std::cell::OnceCell;

use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node};

use super::js::{call, get};
use crate::read::{Edge, Encoding, Markup};

/// The name in the content policy for making a document of a page's text.
const INERT: &str = "kaigiroku-inert";

/// The page as surroundings of `read`.
#[derive(Clone, Copy, Debug, Default)]
pub struct PageEdge;

impl Edge for PageEdge {
    fn decode(&self, encoding: Encoding, bytes: &[u8]) -> Option<String> {
        decode(encoding, bytes, true)
    }

    fn decode_lossy(&self, encoding: Encoding, bytes: &[u8]) -> String {
        decode(encoding, bytes, false).unwrap_or_default()
    }

    fn html(&self, text: &str) -> Markup {
        let mut markup = Markup::default();
        // A browser that refuses leaves a page without text, and that is told.
        if let Ok(document) = parsed(text) {
            walk(document, &mut markup);
        }
        markup
    }
}

/// The text; nothing where it is to be exact and is not.
fn decode(encoding: Encoding, bytes: &[u8], fatal: bool) -> Option<String> {
    let class: Function = get(&gloo_utils::window(), "TextDecoder").dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"fatal".into(), &fatal.into()).ok()?;
    Reflect::set(&options, &"ignoreBOM".into(), &JsValue::TRUE).ok()?;
    // Its names for people are those that browsers know.
    let given = Array::of2(&encoding.name().into(), &options);
    let decoder = Reflect::construct(&class, &given).ok()?;
    call(&decoder, "decode", &[&Uint8Array::from(bytes)]).ok()?.as_string()
}

/// The document that a page's text becomes.
fn parsed(text: &str) -> Result<Node, JsValue> {
    let class: Function = get(&gloo_utils::window(), "DOMParser").dyn_into()?;
    let parser = Reflect::construct(&class, &Array::new())?;
    call(&parser, "parseFromString", &[&trusted(text)?, &"text/html".into()])?.dyn_into()
}

/// The text as browsers want it that would refuse it bare.
fn trusted(text: &str) -> Result<JsValue, JsValue> {
    thread_local! {
        static POLICY: OnceCell<JsValue> = const { OnceCell::new() };
    }
    let types = get(&gloo_utils::window(), "trustedTypes");
    if types.is_undefined() {
        return Ok(text.into());
    }
    POLICY.with(|policy| {
        if policy.get().is_none() {
            let as_it_is = Closure::<dyn Fn(JsValue) -> JsValue>::new(|text| text).into_js_value();
            let rules = Object::new();
            Reflect::set(&rules, &"createHTML".into(), &as_it_is)?;
            // A policy of one name is made once.
            let _ = policy.set(call(&types, "createPolicy", &[&INERT.into(), &rules])?);
        }
        call(policy.get().unwrap_or(&JsValue::UNDEFINED), "createHTML", &[&text.into()])
    })
}

/// Down, then on, then up: no page is nested too deep for that.
fn walk(document: Node, markup: &mut Markup) {
    let mut node = document;
    loop {
        enter(&node, markup);
        if let Some(child) = node.first_child() {
            node = child;
            continue;
        }
        loop {
            if node.node_type() == Node::ELEMENT_NODE {
                markup.close();
            }
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            match node.parent_node() {
                Some(parent) => node = parent,
                None => return,
            }
        }
    }
}

fn enter(node: &Node, markup: &mut Markup) {
    match node.node_type() {
        Node::ELEMENT_NODE => {
            let element: &Element = node.unchecked_ref();
            markup.open(&element.local_name());
            if element.has_attributes() {
                for name in Markup::ATTRIBUTES {
                    if let Some(value) = element.get_attribute(name) {
                        markup.attribute(name, &value);
                    }
                }
            }
        }
        Node::TEXT_NODE => markup.text(&node.node_value().unwrap_or_default()),
        _ => {}
    }
}
