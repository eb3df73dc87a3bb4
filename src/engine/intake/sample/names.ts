/** Invented names for the sample; the domains are reserved for examples. */
export const firstNames = (
  "Ada Amir Anouk Bela Carmen Chidi Dora Elif Emil Farah Goran Hana Ines Ivo Jana Jonas Kaito Lena Luca Maja Mina " +
  "Nadia Nils Olga Oskar Paula Priya Rafael Rosa Sami Sofia Tariq Uma Vera Yuki Zoe"
).split(" ");
export const lastNames = (
  "Almeida Berg Castro Dumont Eriksen Fischer Garcia Haddad Ivanova Jansen Kowalski Laurent Moreau Nakamura Okafor " +
  "Petrov Quist Rossi Sato Tanaka Urban Vogel Weber Yilmaz Zeman"
).split(" ");
export const firmWords = (
  "Amber Beacon Cedar Delta Ember Fjord Grove Harbor Iris Juniper Kite Lumen Maple North Onyx Pine Quarry River " +
  "Summit Tidal Umber Vista Willow Zephyr"
).split(" ");
export const firmKinds =
  "Analytics Bakery Clinic Design Foods Labs Logistics Media Studio Works".split(" ");
export const groups = ["Standard", "Gold", "Agencies"] as const;
